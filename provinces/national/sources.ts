import { source } from '#province-sdk';

export const CENTRAL_2021 = source({
  id: 'central-2021-7',
  title: '中央农村工作领导小组关于健全防止返贫动态监测和帮扶机制的指导意见(中农组发〔2021〕7号)',
  issuedOn: '2021-05-14',
  standing: 'document',
});

// The central text says 1.5 times and gives no number; the number is what county and prefecture texts quote.
export const FLOOR_2021 = source({
  id: 'national-floor-2021',
  title:
    '脱贫攻坚期国家扶贫标准的1.5倍,2021年执行6000元:延安市某县实施方案(引陕农组发〔2021〕3号)、海西州实施细则(西政办〔2021〕78号)转引,中央文件未载数字',
  standing: 'county-practice',
});

export const GUIDE_QINAN = source({
  id: 'guide-as-quoted-by-qinan',
  title: '健全防止返贫动态监测和帮扶机制工作指南,据甘肃省秦安县《防止返贫监测对象有哪几类?分别是怎么识别认定的?》转引',
  url: 'http://www.qinan.gov.cn/info/11792/1360362.htm',
  standing: 'county-practice',
});

// Found in five texts of counties; none of them is the nation's.
export const ELIMINATION_TEXTS = source({
  id: 'elimination-in-county-texts',
  title: '监测对象风险消除标准和程序:安徽枞阳、海南、湖南平江、云南楚雄等地文本的共同环节',
  url: 'https://zongyang.gov.cn/openness/OpennessContent/show/913795.html',
  standing: 'county-practice',
});

export const HALF_YEAR_ZONGYANG = source({
  id: 'half-year-zongyang',
  title: '监测对象风险消除标准(安徽省枞阳县):收入持续稳定原则上不低于半年',
  url: 'https://zongyang.gov.cn/openness/OpennessContent/show/913795.html',
  standing: 'county-practice',
});

export const RULE_SET = source({
  id: 'national-system-rule-set',
  title: '对全国防返贫监测信息系统导出数据的公开质量规则集(措施类别、风险与措施对应、时限)',
  standing: 'inferred',
});

export const SURVEY_2023 = source({
  id: 'county-survey-2023',
  title: '某县2023年调查表字典(100A42、100A50、100A51、100A53、100A54、100A55)',
  standing: 'inferred',
});

export const MICROCREDIT_DIGEST = source({
  id: 'microcredit-digest',
  title: '脱贫人口小额信贷:5万元以下、3年期以内、免抵押免担保、财政贴息(题库摘编)',
  standing: 'inferred',
});

export const QUXIAN_2022 = source({
  id: 'quxian-2022',
  title: '四川省渠县公益岗位报道',
  issuedOn: '2022-08-05',
  standing: 'county-practice',
});

export const DEFAULT_LEAD_LIMIT = source({
  id: 'default-lead-limit',
  title: '本平台基线缺省:未见全国性线索核实期限,取识别全程15日为上限',
  standing: 'national-default',
});

export const DEFAULT_EMERGENCY_LIMIT = source({
  id: 'default-emergency-limit',
  title: '本平台基线缺省:未见文本对紧急识别另定期限,取一般识别的15日',
  standing: 'national-default',
});

export const DEFAULT_ALERT_KINDS = source({
  id: 'default-alert-kinds',
  title: '本平台基线缺省:未见全国性预警清单,部门、种类、阈值取自一个未具名县2020年的做法(每月5日前推送);文本未分级',
  standing: 'national-default',
});

export const DEFAULT_RECORD_RETENTION = source({
  id: 'default-record-retention',
  title: '本平台基线缺省:未见文本规定监测档案注销后个人信息的保存期限,取10年(120个月);各地按档案管理规定另行设定',
  standing: 'national-default',
});

export const DEFAULT_DEADLINE_STOPS = source({
  id: 'default-deadline-stops',
  title: '本平台基线缺省:未见文本规定公示期间或退回补正期间中止计时,期限连续计算',
  standing: 'national-default',
});

export const DEFAULT_SUPPORT_STEPS = source({
  id: 'default-support-steps',
  title: '本平台基线缺省:三(二)要求落实帮扶措施时民主评议和公开公示,其后由乡镇审核;未见全国性环节文本',
  standing: 'national-default',
});

export const DEFAULT_SHARP_FALL = source({
  id: 'default-sharp-fall',
  title: '本平台基线缺省:收入大幅缩减取20%,仅见于四川省金口河区2021年红色预警规则',
  url: 'http://nynct.sc.gov.cn/nynct/c100706/2021/11/11/e8eca9acfc8942ebb3e2454afc79334e.shtml',
  standing: 'national-default',
});

export const DEFAULT_MEDICAL_SHARE = source({
  id: 'default-medical-share',
  title: '本平台基线缺省:医疗支出占家庭年收入取30%,仅见于四川省金口河区2021年红色预警规则',
  url: 'http://nynct.sc.gov.cn/nynct/c100706/2021/11/11/e8eca9acfc8942ebb3e2454afc79334e.shtml',
  standing: 'national-default',
});

export const YEARLY_ROUND = source({
  id: 'yearly-round',
  title: '由中农组发〔2021〕7号三(一)“每年至少开展一次集中排查”推得:至少每12个月走访一次',
  issuedOn: '2021-05-14',
  standing: 'derived',
});

export const DEFAULT_INSPECTION_COVERAGE = source({
  id: 'default-inspection-coverage',
  title:
    '本平台基线缺省:三(一)要求“每年至少开展一次集中排查”,未见文本规定覆盖率,按全覆盖(100%)计,入户、视频、电话、委托均计入',
  standing: 'national-default',
});

export const DEFAULT_HAZARD_RULES = source({
  id: 'default-hazard-rules',
  title:
    '本平台基线缺省:二(三)列举规模性返贫风险,未见文本规定逐类筛查对象;按特殊群体、住房饮水未保障、收入半数以上来自受影响来源、易地搬迁户等选取,仅供入户核实',
  standing: 'national-default',
});

export const DEFAULT_RISK_STUDY = source({
  id: 'default-risk-study',
  title: '本平台基线缺省:五(二)只要求“定期集中研判规模性返贫风险隐患”,未见间隔月数,取每季度一次',
  standing: 'national-default',
});

export const DEFAULT_LEAD_ESCALATION = source({
  id: 'default-lead-escalation',
  title: '本平台基线缺省:未见文本规定逾期线索何时上提;逾期次日起列入县级待办,再过一个核实期限(15日)列入市级待办',
  standing: 'national-default',
});
