/** `eco completion bash|zsh|fish|powershell`: a script that knows every command, so that TAB starts no program (but to list stores). */
import { Argument, Command } from 'commander';
import { type Act, COMMANDS } from '../../commands.js';
import type { CompletionTree } from './tree.js';

type Shell = 'bash' | 'zsh' | 'fish' | 'powershell';

const SCRIPTS: Readonly<Record<Shell, () => Promise<(tree: CompletionTree) => string>>> = {
  bash: async () => (await import('./bash.js')).bashScript,
  zsh: async () => (await import('./zsh.js')).zshScript,
  fish: async () => (await import('./fish.js')).fishScript,
  powershell: async () => (await import('./powershell.js')).powershellScript,
};

export function configure(command: Command, act: Act): void {
  command
    .addArgument(new Argument('<shell>', 'your shell').choices(Object.keys(SCRIPTS)))
    .addHelpText(
      'before',
      `  $ eco completion bash >> ~/.bashrc
  $ eco completion zsh > "\${fpath[1]}/_eco"
  $ eco completion fish > ~/.config/fish/completions/eco.fish
  $ eco completion powershell >> $PROFILE
`,
    )
    .action(
      act(async (session, shell: Shell) => {
        const [script, tree] = [await SCRIPTS[shell](), await wholeTree(command.parent as Command)];
        session.write(script(tree));
      }),
    );
}

/** Loads every command, which only this one and the documentation need. */
async function wholeTree(program: Command): Promise<CompletionTree> {
  const { completionTree } = await import('./tree.js');
  const commands: Command[] = [];
  for (const entry of COMMANDS) {
    const command = new Command(entry.name).description(entry.summary);
    (await entry.load()).configure(command, () => async () => undefined);
    commands.push(command);
  }
  return completionTree(program.options, commands);
}
