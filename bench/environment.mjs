/**
 * What is measured runs without the certificates that only this machine may add: Node reads them at every start, which takes 40 ms that
 * no user pays.
 */
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

export { env };
