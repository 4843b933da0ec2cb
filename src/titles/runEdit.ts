/** `eco titles edit`. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';

export function configureEdit(_command: Command, _act: Act): void {}
