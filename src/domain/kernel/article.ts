/**
 * 条款 · The articles of 中农组发〔2021〕7号 that rules cite: number, heading, English heading.
 *
 * `G` stands for the guide and county practice, which refine the policy without being part of it.
 *
 * @article none — technical
 */
export const ARTICLES = {
  '2.1': { heading: '监测对象', headingEn: 'Who is monitored' },
  '2.2': { heading: '监测范围', headingEn: 'Range of monitoring' },
  '2.3': { heading: '防止规模性返贫', headingEn: 'Preventing large-scale return to poverty' },
  '3.1': { heading: '监测方式', headingEn: 'Ways of monitoring' },
  '3.2': { heading: '监测程序', headingEn: 'Procedure of monitoring' },
  '3.3': { heading: '风险消除', headingEn: 'Elimination of risk' },
  '4.1': { heading: '强化政策支持', headingEn: 'Policy support' },
  '4.2': { heading: '坚持精准施策', headingEn: 'Targeted measures' },
  '4.3': { heading: '加强社会帮扶', headingEn: 'Social assistance' },
  '5.1': { heading: '加强组织领导', headingEn: 'Organization and leadership' },
  '5.2': { heading: '加强部门协作', headingEn: 'Work of departments together' },
  '5.3': { heading: '严格考核评估', headingEn: 'Assessment and accountability' },
  '5.4': { heading: '减轻基层负担', headingEn: 'Easing the burden of the grass roots' },
  G: { heading: '工作指南与县级实践', headingEn: 'Guide and county practice' },
} as const satisfies Readonly<Record<string, { readonly heading: string; readonly headingEn: string }>>;

/** 条款号 · A number that a rule may cite. @article none — technical */
export type Article = keyof typeof ARTICLES;

/**
 * 是否条款 · Whether a text is the number of an article.
 *
 * @article none — technical
 * @example isArticle('3.2') // true
 */
export function isArticle(text: string): text is Article {
  return Object.hasOwn(ARTICLES, text);
}

/**
 * 引用条款 · How an article is quoted to a person.
 *
 * @article none — technical
 * @example citeArticle('3.2') // '中农组发〔2021〕7号 三(二)监测程序'
 */
export function citeArticle(article: Article): string {
  if (article === 'G') return ARTICLES.G.heading;
  const numerals = ['', '一', '二', '三', '四', '五'];
  const [part, section] = article.split('.').map(Number) as [number, number];
  return `中农组发〔2021〕7号 ${numerals[part]}(${numerals[section]})${ARTICLES[article].heading}`;
}
