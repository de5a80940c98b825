/**
 * 语言 · Reads `Accept-Language`: English where it is wished for more than Chinese, Chinese otherwise.
 *
 * @article none — technical
 * @example preferredLanguage('en-GB, zh;q=0.9') // 'en'
 */
export function preferredLanguage(header: string | undefined): 'zh' | 'en' {
  if (header === undefined) return 'zh';
  const wishes = { zh: 0, en: 0 };
  for (const entry of header.split(',')) {
    const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    const language = tag.split('-', 1)[0];
    if (language !== 'zh' && language !== 'en') continue;
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    wishes[language] = Math.max(wishes[language], quality === undefined ? 1 : Number(quality.slice(2)) || 0);
  }
  return wishes.en > wishes.zh ? 'en' : 'zh';
}
