export type { AtDesk, CheckedQuestion } from './stat-desk.js';
export type { Asked, StatLedger } from './stat-ledger.js';
export { ledgerOf, tellQuestion } from './tell-question.js';
export { tellSources, tellWholeSource } from './told-sources.js';
