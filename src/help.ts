/** Help pages that belong to no command. */
export const HELP_TOPICS: Readonly<Record<string, string>> = {
  'exit-codes': `Exit codes of eco

    0  done (also when there is nothing to show)
    1  failed; the message says what to do
    2  wrong usage: an unknown option, a value of the wrong shape
    3  findings or changes exist; only with --exit-code or --fail-on
    4  some files or units were rejected, the rest is in (import, nightly)
  130  cancelled
`,
};
