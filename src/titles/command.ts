/** `eco titles`: audit, edit, keywords, suggest, effect. Each verb has a file of its own. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import { configureAudit } from './runAudit.js';
import { configureEdit } from './runEdit.js';
import { configureEffect } from './runEffect.js';
import { configureKeywords } from './runKeywords.js';
import { configureSuggest } from './runSuggest.js';

export function configure(command: Command, act: Act): void {
  command.addHelpText('before', EXAMPLES);
  configureAudit(command, act);
  configureEdit(command, act);
  configureKeywords(command, act);
  configureSuggest(command, act);
  configureEffect(command, act);
}

const EXAMPLES = `  $ eco titles audit --store us
`;
