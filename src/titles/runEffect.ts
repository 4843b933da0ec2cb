/** `eco titles effect`. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';

export function configureEffect(_command: Command, _act: Act): void {}
