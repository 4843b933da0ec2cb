/** `eco titles keywords`. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';

export function configureKeywords(_command: Command, _act: Act): void {}
