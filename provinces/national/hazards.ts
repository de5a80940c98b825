import { dated, type HazardKind, hazardRule } from '#province-sdk';
import { FIRST_DAY } from './first-day.js';
import { DEFAULT_HAZARD_RULES } from './sources.js';

/** What strikes homes, fields or people wherever it comes. */
const DISASTERS: readonly HazardKind[] = ['FLOOD_DROUGHT', 'METEOROLOGICAL', 'EARTHQUAKE', 'GEOLOGICAL', 'FIRE'];
/** The greater part of what a household takes in: no text gives a share. */
const HALF = 50;

/**
 * 规模性返贫风险筛查缺省规则 · Whom a hazard singles out where the province says nothing: 2.3 names the hazards and leaves open whom
 * they strike.
 *
 * Nobody is identified by a rule: somebody visits.
 *
 * @article 2.3
 */
export const HAZARD_RULES = dated([
  {
    from: FIRST_DAY,
    value: [
      hazardRule({
        code: 'special-group',
        name: { zh: '有特殊群体成员的农户', en: 'Household with a special group' },
        kinds: [...DISASTERS, 'BIOLOGICAL', 'EPIDEMIC', 'OTHER_EMERGENCY'],
        households: { specialGroup: true },
      }),
      hazardRule({
        code: 'housing-not-secure',
        name: { zh: '住房未保障或有风险', en: 'Safe housing not secure' },
        kinds: DISASTERS,
        households: { notSecure: ['safeHousing'] },
      }),
      hazardRule({
        code: 'water-not-secure',
        name: { zh: '饮水未保障或有风险', en: 'Drinking water not secure' },
        kinds: ['FLOOD_DROUGHT', 'EARTHQUAKE', 'GEOLOGICAL'],
        households: { notSecure: ['drinkingWater'] },
      }),
      hazardRule({
        code: 'lives-on-farming',
        name: { zh: '经营性收入占一半以上', en: 'Half or more of the income from business and farming' },
        kinds: ['FLOOD_DROUGHT', 'METEOROLOGICAL', 'BIOLOGICAL', 'PRICE_SLUMP', 'INDUSTRY_PROJECT_FAILURE'],
        households: { incomeShare: { source: 'BUSINESS', percent: HALF } },
      }),
      hazardRule({
        code: 'lives-on-wages',
        name: { zh: '工资性收入占一半以上', en: 'Half or more of the income from wages' },
        kinds: ['UNEMPLOYMENT', 'EPIDEMIC'],
        households: { incomeShare: { source: 'WAGES', percent: HALF } },
      }),
      hazardRule({
        code: 'resettled',
        name: { zh: '易地搬迁户', en: 'Resettled household' },
        kinds: ['RESETTLEMENT_EMPLOYMENT', 'RESETTLEMENT_INTEGRATION'],
        households: { resettled: true },
      }),
      hazardRule({
        code: 'without-labour',
        name: { zh: '无劳动能力户', en: 'Household without labour capacity' },
        kinds: ['EPIDEMIC', 'POLICY_FAILURE', 'OTHER_EMERGENCY'],
        households: { withoutLabour: true },
      }),
      hazardRule({
        code: 'formerly-poor-under-line',
        name: { zh: '收入低于监测线的脱贫户', en: 'Formerly poor household under the monitoring line' },
        kinds: ['POLICY_FAILURE', 'INDUSTRY_PROJECT_FAILURE'],
        households: { formerlyPoor: true, underPercentOfLine: 100 },
      }),
    ],
    source: DEFAULT_HAZARD_RULES,
  },
]);
