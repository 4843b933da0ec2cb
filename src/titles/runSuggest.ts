/** `eco titles suggest`. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';

export function configureSuggest(_command: Command, _act: Act): void {}
