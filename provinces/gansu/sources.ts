import { source } from '#province-sdk';

export const ANSWER_2021 = source({
  id: 'gansu-answer-2021',
  title: '甘肃省政策问答(tsqs.gov.cn,2021-11):5个工作日内核实,全程25个工作日',
  issuedOn: '2021-11-01',
  standing: 'document',
});

export const ONE_KEY_2023 = source({
  id: 'gansu-one-key-2023',
  title: '“一键报贫”(人民日报 2023-02-21):5个工作日内核实,15个工作日内完成程序',
  issuedOn: '2023-02-21',
  standing: 'document',
});

export const WHOLE_2023 = source({
  id: 'gansu-whole-2023',
  title: '由“一键报贫”(人民日报 2023-02-21)推算:核实5个工作日与程序15个工作日之和',
  issuedOn: '2023-02-21',
  standing: 'derived',
});

export const LANZHOU_NEW_AREA_2025 = source({
  id: 'gansu-lanzhou-new-area-2025',
  title: '关于调整兰州新区2025年防止返贫监测范围标准的通知(甘农领办发〔2025〕4号、甘乡振局发〔2023〕59号):8600元',
  issuedOn: '2025-04-09',
  url: 'http://www.lzxq.gov.cn/system/2025/04/09/031165473.shtml',
  standing: 'document',
});
