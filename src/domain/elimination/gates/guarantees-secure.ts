import { GUARANTEES, type GuaranteeName } from '../../guarantee/guarantee-check.js';
import { type EliminationQuestion, lookedAtFrom } from '../elimination-question.js';
import { fails, type Gate, type GateCode, passes } from '../gate.js';

/** 保障名称 · What each guarantee is called, and its gate. @article 2.1 */
const GATE_OF: Readonly<Record<GuaranteeName, { readonly code: GateCode; readonly zh: string; readonly en: string }>> =
  {
    food: { code: 'guarantee-food', zh: '吃', en: 'food' },
    clothing: { code: 'guarantee-clothing', zh: '穿', en: 'clothing' },
    compulsoryEducation: { code: 'guarantee-compulsory-education', zh: '义务教育', en: 'compulsory education' },
    basicMedicalCare: { code: 'guarantee-basic-medical-care', zh: '基本医疗', en: 'basic medical care' },
    safeHousing: { code: 'guarantee-safe-housing', zh: '住房安全', en: 'safe housing' },
    drinkingWater: { code: 'guarantee-drinking-water', zh: '饮水安全', en: 'safe drinking water' },
  };

/**
 * R11 “两不愁三保障”及饮水安全持续巩固 · Each guarantee is SECURE at every check in the province's months, and was checked.
 *
 * @returns six gates, one a guarantee
 * @article 3.3
 */
export function guaranteesSecure(question: EliminationQuestion): Gate[] {
  const from = lookedAtFrom(question);
  const checks = question.guarantees.filter(
    ({ checkedOn }) => from !== null && checkedOn >= from && checkedOn <= question.on,
  );
  return GUARANTEES.map((name) => {
    const { code, zh, en } = GATE_OF[name];
    if (from === null)
      return fails(code, '尚无识别日期', 'there is no day of identification', ['day of identification']);
    if (checks.length === 0) {
      const between = `between ${from} and ${question.on}`;
      return fails(code, `${from}至${question.on}未核查${zh}`, `${en} was not checked ${between}`, [
        `check of guarantees ${between}`,
      ]);
    }
    const bad = checks.filter((check) => check[name] !== 'SECURE').map((check) => `${check.checkedOn} ${check[name]}`);
    if (bad.length === 0) return passes(code, `${zh}持续有保障`, `${en} is secure throughout`);
    return fails(code, `${zh}未持续有保障:${bad.join('、')}`, `${en} is not secure throughout: ${bad.join(', ')}`);
  });
}
