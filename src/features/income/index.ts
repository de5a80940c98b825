export { type IncomeWindow, insertIncomes, recordedWindows } from './income.repository.js';
export { type IncomeEntry, incomeColumns, incomeOf, incomeRow, isNewer, newestIncome } from './income-entry.js';
