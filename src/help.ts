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
  config: `eco.config.yaml, looked for in this folder and above it; every key may be left out

    database: shop.db                # paths are relative to the file's folder
    store: [us, ca]                  # only these stores, where no --store is given
    client: Miller                   # only the stores of this client
    format: table                    # table, csv, tsv, json, jsonl, md or html
    color: auto                      # auto, always or never
    as_of: 2026-11-29                # the morning that is taken for today: for a shop that stands still

    targets:                         # what a store wants to reach; eco report shows how far it is
      us:
        sales: { day: 2500, month: 75000, 2026-11: 120000 }
        acos: 0.3                    # a ratio is the same for every period

    titles:                          # eco titles audit
      disable: [title-all-caps]
      severity: { title-repeated-word: hint }
      allow_words: [sale]
      stores:                        # for one store, on top of those for all
        us: { allow_words: [best] }

    nightly:                         # eco nightly; its options win
      inbox: [~/Downloads]
      out: reports
      reports: [daily, todo]
      formats: [html, md]

    mail:                            # the digest of the night by mail; the password never stands here
      host: smtp.example.com
      port: 587
      secure: false                  # TLS from the first byte (port 465)
      user: me
      password_env: MAIL_PASSWORD    # a variable of the environment, or
      password_command: pass mail    # a command that prints it
      from: me@example.com
      to: [me@example.com]
      subject: Shop report
      reports: attached              # attached, inline or none
      allow_self_signed: false
      timeout_seconds: 30

    webhook:                         # the digest posted
      url: https://hooks.example.com/services/1
      format: slack                  # slack, json or text
      timeout_seconds: 30

A mistake in it is named with its key. Options go before the environment, the environment before this file.
`,
};
