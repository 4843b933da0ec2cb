/** What `eco demo` shows: where the demo lies, its daily report, and commands to go on with. */
import type { Block, Page, Step } from '../../core/page.js';
import { shellWord } from '../../core/shellWord.js';

export interface TourPlace {
  /** The folder as the user would write it. */
  readonly named: string;
  /** The morning to ask for, where it is not today. */
  readonly asOf: string | null;
}

export function tourPage(daily: Page, { named, asOf }: TourPlace): Page {
  const options = `--db ${shellWord(`${named}/demo.db`)}${asOf === null ? '' : ` --as-of ${asOf}`}`;
  const steps: Step[] = COMMANDS.map(([text, command]) => ({ text: [text], command: `eco ${command} ${options}` }));
  const blocks: Block[] = [
    {
      type: 'sentence',
      parts: [
        `Tarn & Kettle sells kettles, mugs and tea in four shops. Its downloads lie in ${named}/downloads, its database is ${named}/demo.db.`,
      ],
    },
    ...daily.blocks,
    { type: 'heading', text: 'Look around' },
    { type: 'steps', steps },
    {
      type: 'sentence',
      parts: [`shorter: export ECO_DB=${shellWord(`${named}/demo.db`)}, or run eco inside ${named}.   Your own shop: eco import FOLDER`],
      tone: 'dim',
    },
  ];
  return { title: `A made-up seller · ${daily.title}`, blocks, data: daily.data };
}

const COMMANDS: readonly (readonly [string, string])[] = [
  ['what is earned, line by line', 'report profit --store us'],
  ['what changed beyond chance', 'report anomalies'],
  ['what runs out next', 'inventory status --sort days_of_cover --limit 10'],
  ["titles against the platforms' rules", 'titles audit --store us'],
  ['what advertising brings', 'bids performance --by campaign'],
  ['every listing, with its sales of 30 days', 'products list --sort -sales_30d_amount --limit 10'],
  ['what has no unit cost, and the sales it hides', 'products costs list --missing'],
  ['what came in, and what became of each row', 'files list'],
];
