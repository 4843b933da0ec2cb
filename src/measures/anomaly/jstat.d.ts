declare module 'jstat' {
  interface JStat {
    /** Regularised incomplete beta function Iₓ(a, b). */
    ibeta(x: number, a: number, b: number): number;
    /** Regularised lower incomplete gamma function P(a, x). */
    lowRegGamma(a: number, x: number): number;
    readonly normal: { inv(p: number, mean: number, deviation: number): number };
  }
  const library: { readonly jStat: JStat };
  export = library;
}
