/** Where a household lives when a sequence starts, and where it may move. */
export interface StartedRegion {
  /** A village, or a township where its villages are not listed. */
  readonly home: string;
  /** Another of the same township. */
  readonly elsewhere: string;
  readonly township: string;
  readonly county: string;
}

const at = (home: string, elsewhere: string): StartedRegion => ({
  home,
  elsewhere,
  township: home.slice(0, 9),
  county: home.slice(0, 6),
});

/**
 * Provinces that differ: 长沙县 and 平江县 of Hunan (an elimination hangs 7 days in the second), 万宁市 of Hainan (assets
 * first), 枞阳县 of Anhui (notice and comparison side by side), 秦安县 of Gansu (25 working days, then 15), 榕江县 of
 * Guizhou (the baseline alone).
 */
export const PLACES: readonly StartedRegion[] = [
  at('430121001001', '430121001002'),
  at('430626001001', '430626001002'),
  at('469006100', '469006100'),
  at('340722106', '340722106'),
  at('620522100', '620522100'),
  at('522632001004', '522632001005'),
];
