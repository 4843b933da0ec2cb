/** Which command and verb a command line calls, by its words alone. */

/** The command and verb that are called, as far as their names tell them apart from what is handed to them; null: a question about the program. */
export function verbOf(argv: readonly string[]): string | null {
  const [name, verb] = operands(argv);
  if (argv[0] === 'help' || name === undefined || !NAME.test(name)) return null;
  return name === 'import' || verb === undefined || !NAME.test(verb) ? name : `${name} ${verb}`;
}

const NAME = /^[a-z-]+$/;

/** Options of the program that take a value: the word after them is not the command. */
const VALUED = new Set(
  '--db --store --client --as-of --known-at --format -f --output -o --columns --sort --where --limit --color'.split(' '),
);

/** The words that are neither options nor their values: command, verb, arguments. */
export function operands(argv: readonly string[]): string[] {
  const words = argv[0] === 'help' ? argv.slice(1) : argv;
  const found: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (VALUED.has(word)) at++;
    else if (!word.startsWith('-')) found.push(word);
  }
  return found;
}
