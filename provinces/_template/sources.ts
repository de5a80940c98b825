import { source } from '#province-sdk';

/**
 * 依据文件 · One for each document: title with its number, day of issue, where it can be read, and how sure it is: `document`
 * read itself, `county-practice`, `derived` by arithmetic, `inferred`.
 *
 * @article 2.2
 */
export const LINE_DOCUMENT = source({
  id: 'province-line-year',
  title: '文件名(文号):待填',
  standing: 'document',
});
