export type Language = 'zh' | 'en';

/** The command that prints a token for development, as the hint shows it. */
export const TOKEN_COMMAND = 'npm run -s token -- --role COUNTY_OFFICER --region 430121';

const ENGLISH = {
  tagline: 'Monitoring and support that keep households from falling back into poverty',
  token: 'Token',
  tokenPlaceholder: 'Paste a token here',
  tokenHint: 'A token for development is printed by',
  tokenKept: 'It stays in this tab and goes with it.',
  copy: 'Copy',
  copied: 'Copied',
  show: 'Show',
  hide: 'Hide',
  forget: 'Forget',
  noToken: 'No token: only what is public',
  refused: 'The server did not accept this token',
  unreadable: 'Not a token',
  expired: 'Expired',
  until: (clock: string) => `until ${clock}`,
  language: 'Language of answers',
  guide: 'Guide',
  examples: 'Examples',
  writes: 'writes',
  examplesHint:
    'A click opens the example in a tab. Ids, versions and days are filled in from the last answers; what is still in <angle brackets> is yours to replace.',
  noExamples: 'This build holds no examples.',
};

const CHINESE: typeof ENGLISH = {
  tagline: '防止返贫动态监测和帮扶',
  token: '令牌',
  tokenPlaceholder: '在此粘贴令牌',
  tokenHint: '开发用令牌由以下命令打印：',
  tokenKept: '令牌只保存在本标签页，关闭即清除。',
  copy: '复制',
  copied: '已复制',
  show: '显示',
  hide: '隐藏',
  forget: '清除',
  noToken: '未填令牌：只能读取公开内容',
  refused: '服务器未接受此令牌',
  unreadable: '不是有效的令牌',
  expired: '已过期',
  until: (clock: string) => `有效至 ${clock}`,
  language: '返回语言',
  guide: '使用说明',
  examples: '示例操作',
  writes: '写入',
  examplesHint: '点击示例即在标签页中打开。编号、版本和日期由最近的返回结果填入；仍在 <尖括号> 中的内容请自行替换。',
  noExamples: '此版本不含示例。',
};

export type Wording = typeof ENGLISH;

/** 界面文字 · The page's own words; GraphiQL's stay English. */
export const WORDING: Record<Language, Wording> = { zh: CHINESE, en: ENGLISH };
