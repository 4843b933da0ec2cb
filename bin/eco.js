#!/usr/bin/env node
import { main, systemContext } from '../dist/main.js';

// A reader that stops early (| head) is no error.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2), systemContext());
