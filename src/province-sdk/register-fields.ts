/** 登记簿字段 · What the register holds, by the words that a form would ask for it with: its own name, other names, Chinese. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'Household.number': ['householdNumber', 'registerNumber', '户编号'],
  'Household.address': ['address', 'homeAddress', '家庭住址', '住址', '家庭地址'],
  'Household.region': ['region', 'regionCode', 'village', 'villageName', '所在村', '行政区划'],
  'Household.formerStatus': ['formerStatus', 'householdType', '户类型', '是否脱贫户'],
  'Household.resettled': ['resettled', '是否易地扶贫搬迁人口', '易地搬迁'],
  'Household.members': ['members', 'familySize', 'householdSize', 'memberCount', '家庭人口数', '家庭成员', '家庭人口'],
  'Member.name': ['name', 'headName', 'householdHead', '姓名', '户主姓名'],
  'Member.idNumber': ['idNumber', 'idCard', 'idCardNumber', 'identityNumber', '身份证号', '身份证号码', '证件号码'],
  'Member.phone': ['phone', 'phoneNumber', 'telephone', 'mobile', '联系电话', '电话', '手机号', '手机号码'],
  'Member.sex': ['sex', 'gender', '性别'],
  'Member.birthDate': ['birthDate', 'birthday', 'dateOfBirth', 'age', '出生日期', '年龄'],
  'Member.relationship': ['relationship', '与户主关系'],
  'Member.ethnicity': ['ethnicity', 'nationality', '民族'],
  'Member.education': ['educationLevel', '文化程度'],
  'Member.schooling': ['schooling', '在校生状况', '在校情况'],
  'Member.health': ['health', 'healthCondition', '健康状况'],
  'Member.disabilityGrade': ['disabilityGrade', '残疾等级'],
  'Member.selfCare': ['selfCare', '生活自理能力', '自理能力'],
  'Member.labour': ['labour', 'labourCapacity', '劳动技能', '劳动能力'],
  'Member.employment': ['employment', '务工情况', '务工地点'],
  'Member.medicalInsurance': ['medicalInsurance', '是否参加城乡居民基本医疗保险', '医保参保'],
  'Member.pensionInsurance': ['pensionInsurance', '是否参加城乡居民基本养老保险', '养老保险参保'],
  'Member.safetyNet': ['safetyNet', '是否享受低保', '是否特困供养人员'],
  'Income.wages': ['wages', 'wageIncome', '工资性收入'],
  'Income.business': ['businessIncome', '生产经营性收入'],
  'Income.businessExpenses': ['businessExpenses', '生产经营性支出'],
  'Income.property': ['propertyIncome', '财产性收入'],
  'Income.transfers': ['transfers', 'transferIncome', '转移性收入'],
  'Income.claimsPaid': ['claimsPaid', '理赔收入'],
  'Income.compliantMedicalCost': ['compliantMedicalCost', '合规自付支出'],
  'Income (net, a head)': ['netIncome', 'perCapitaIncome', 'income', '家庭纯收入', '家庭人均纯收入', '人均纯收入'],
  'Guarantees.compulsoryEducation': ['compulsoryEducation', '义务教育保障'],
  'Guarantees.basicMedicalCare': ['basicMedicalCare', '基本医疗保障'],
  'Guarantees.safeHousing': ['safeHousing', '住房安全保障', '住房安全'],
  'Guarantees.drinkingWater': ['drinkingWater', '饮水安全保障', '饮水安全'],
};

const FIELD_BY_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([field, words]) => words.map((word) => [plain(word), field] as const)),
);

/**
 * 登记簿已有 · The field of the register that a word of a form asks for; null where it holds none of that name.
 *
 * Case, spaces, hyphens and underscores do not matter; a longer word does: `guarantorName` asks for somebody else's.
 *
 * @article 5.4
 * @example registerFieldOf('id_number') // 'Member.idNumber'
 */
export function registerFieldOf(word: string): string | null {
  return FIELD_BY_WORD.get(plain(word)) ?? null;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_\-:]/gu, '');
}
