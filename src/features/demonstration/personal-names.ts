import type { Sex } from '../../domain/household/household.js';
import type { SeededRandom } from './seeded-random.js';

const SURNAMES = [
  ...'王李张刘陈杨黄吴周徐孙胡朱高林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const FIRST = [...'建国文明志春秋海德永成家玉宏光世正新立元兴安长'];
const LAST: Readonly<Record<Sex, readonly string[]>> = {
  MALE: [...'军勇强平生华林才福贵山峰辉涛亮刚斌忠义田根松柏'],
  FEMALE: [...'英芳兰秀梅桂莲珍凤香霞红艳萍娟琴云菊花秋月珠'],
};

/** 姓 · A surname; relatives by blood share the head's. */
export function aSurname(random: SeededRandom): string {
  return random.pick(SURNAMES);
}

/**
 * 拟制姓名 · A name put together by chance of common characters; that it is synthetic the household's row says, not the name.
 *
 * @example aName('王', 'FEMALE', random) // '王春梅'
 */
export function aName(surname: string, sex: Sex, random: SeededRandom): string {
  const given = random.pick(LAST[sex]);
  return random.chance(0.75) ? `${surname}${random.pick(FIRST)}${given}` : `${surname}${given}`;
}

/** 不放号段 · No operator gives out numbers that begin with 154, so that nobody is called. */
const UNASSIGNED_PREFIX = '154';

/** 拟制电话 · A mobile number in a range that is given to nobody. */
export function aPhone(random: SeededRandom): string {
  return `${UNASSIGNED_PREFIX}${String(random.integer(0, 99_999_999)).padStart(8, '0')}`;
}
