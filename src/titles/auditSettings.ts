/** The rules' settings of each store: for all stores, the store's own on top, and what the command line adds. */
import { UserError } from '../core/errors.js';
import type { Severity } from '../measures/listingRules/rule.js';
import type { StoreSettings } from './auditTexts.js';
import { likelyRules, rulesMeant } from './chosen.js';

/** The shape of `titles` in `eco.config.yaml` (config.ts). */
interface ConfiguredRules {
  readonly disable?: readonly string[];
  readonly severity?: Readonly<Record<string, Severity>>;
  readonly allow_words?: readonly string[];
}

export interface ConfiguredTitles extends ConfiguredRules {
  readonly stores?: Readonly<Record<string, ConfiguredRules>>;
}

export interface SettingFlags {
  readonly disable?: readonly string[];
  /** Rules asked for by name: optional ones among them are switched on. */
  readonly rule?: readonly string[];
}

/** Settings by store; those of '' for stores that the configuration does not name. `stores`: all that there are. */
export function settingsOf(
  config: ConfiguredTitles | undefined,
  flags: SettingFlags,
  stores: readonly string[],
): Record<string, StoreSettings> {
  const of = (own: ConfiguredRules | undefined): StoreSettings => ({
    disabled: [...(config?.disable ?? []), ...(own?.disable ?? []), ...(flags.disable ?? [])],
    enabled: flags.rule ?? [],
    severity: { ...config?.severity, ...own?.severity },
    allowWords: [...(config?.allow_words ?? []), ...(own?.allow_words ?? [])],
  });
  return { '': of(undefined), ...Object.fromEntries(stores.map((store) => [store, of(config?.stores?.[store])])) };
}

/** Refuses names of rules and stores that do not exist: a setting that does nothing hides what it was meant to hide. */
export function checkSettings(config: ConfiguredTitles | undefined, file: string, stores: readonly string[]): void {
  const check = (own: ConfiguredRules | undefined, key: string) => {
    for (const word of own?.disable ?? []) checkRule(word, `${file}: key "${key}.disable"`);
    for (const word of Object.keys(own?.severity ?? {})) checkRule(word, `${file}: key "${key}.severity"`);
  };
  check(config, 'titles');
  for (const [name, own] of Object.entries(config?.stores ?? {})) {
    if (!stores.includes(name)) {
      throw new UserError(`${file}: key "titles.stores.${name}": there is no such store. Known: ${stores.join(', ') || 'none yet'}`);
    }
    check(own, `titles.stores.${name}`);
  }
}

function checkRule(word: string, where: string): void {
  if (rulesMeant(word).length > 0) return;
  throw new UserError(`${where}: no such rule "${word}". Known: ${likelyRules(word).join(', ')}`);
}
