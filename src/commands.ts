/** Every command by name: what `eco --help` lists, and how to load it when it is called. */
import type { Command } from 'commander';
import type { Session } from './session.js';

/** Wraps an action: opens the session, runs it, closes. */
export type Act = <Args extends unknown[]>(
  action: (session: Session, ...args: Args) => Promise<void> | void,
) => (...args: Args) => Promise<void>;

export interface CommandModule {
  /** Describes the command's verbs, arguments and options. */
  configure(command: Command, act: Act): void;
}

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly group: 'Departments' | 'Around them';
  readonly load: () => Promise<CommandModule>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'products',
    summary: 'listings: what sells, at which price, and everything known about one',
    group: 'Departments',
    load: () => import('./products/command.js'),
  },
  {
    name: 'inventory',
    summary: 'stock, how fast it sells, how long it lasts',
    group: 'Departments',
    load: () => import('./inventory/command.js'),
  },
  {
    name: 'titles',
    summary: "listing titles against the platforms' rules",
    group: 'Departments',
    load: () => import('./titles/command.js'),
  },
  { name: 'bids', summary: 'what advertising costs and brings', group: 'Departments', load: () => import('./bids/command.js') },
  {
    name: 'report',
    summary: 'what happened, why, what it earned, what is missing, what to do',
    group: 'Departments',
    load: () => import('./report/command.js'),
  },
  { name: 'calendar', summary: 'promotions and seasons of the year', group: 'Departments', load: () => import('./calendar/command.js') },
  {
    name: 'import',
    summary: 'read exports: files or folders, recognised by content',
    group: 'Around them',
    load: () => import('./shop/import/command.js'),
  },
  {
    name: 'files',
    summary: 'what came in, from where; take one back; the formats eco knows',
    group: 'Around them',
    load: () => import('./shop/files/command.js'),
  },
  {
    name: 'plan',
    summary: 'change plans: review, export, verify, undo',
    group: 'Around them',
    load: () => import('./shop/plan/command.js'),
  },
  { name: 'store', summary: 'clients, accounts and stores', group: 'Around them', load: () => import('./shop/store/command.js') },
  { name: 'orders', summary: 'orders, and those that are no sales', group: 'Around them', load: () => import('./shop/orders/command.js') },
  {
    name: 'nightly',
    summary: 'one line for cron: import what is new, verify plans, write the reports',
    group: 'Around them',
    load: () => import('./shop/nightly/command.js'),
  },
  { name: 'db', summary: 'check, back up, query, rebuild the database', group: 'Around them', load: () => import('./shop/db/command.js') },
  {
    name: 'demo',
    summary: 'a made-up seller with four shops, to look around in',
    group: 'Around them',
    load: () => import('./shop/demo/command.js'),
  },
  { name: 'completion', summary: 'completion for your shell', group: 'Around them', load: () => import('./shop/completion/command.js') },
];
