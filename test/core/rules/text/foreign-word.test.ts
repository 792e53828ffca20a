import rule from '../../../../src/core/rules/text/foreign-word';
import { overallTarget, projectTarget, proseSheet } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const goal = (text: string) => projectTarget({ fields: { annualGoal: text } });

testRule(rule, {
  passes: {
    平台名称: goal('完善“盐 i 企”、i深圳、e企服和粤商通平台功能。'),
    大写缩写: goal('升级 IT 系统，开发PC端和APP端，采购SDK授权，覆盖5G网络。'),
    计量单位: goal('新建绿道12km，沿线每500m设驿站，日处理污水5000t以上，屋顶光伏装机200kw并网。'),
    单位前后有空格: goal('管网总长 12 km 以上，占地 300 m2 左右，噪声低于 55 db 为达标。'),
    信息技术用词: goal('对接app接口，支持wifi上网，部署docker容器和redis缓存，导出excel报表，制作ppt课件。'),
    化验指标: goal('出水cod浓度、ph值和ppm级残留达标。'),
    网址和邮箱: goal('在www.example.gov.cn公开，发送至office@example.gov.cn受理。'),
    引号里的活动名: goal('举办“诗and远方”文旅推介会和《the one》话剧展演。'),
    全是外文的名称: goal('参加China International Fair for Trade in Services（服贸会）展览。'),
    括号里的译名: goal('推广智慧图书馆（smart library service）和数字孪生（digital twin）应用。'),
    并列的外文: goal('投入研发（research and development）经费，促进B and B业态发展。'),
    首字母大写: goal('引进Python课程，购买Office软件，开设Photoshop培训。'),
    口号里的短词: goal('办好潮流in佛山市集和约会go起来活动。'),
    字母编号: goal('分为a类、b类企业，x光机2台。'),
  },
  fails: {
    两边有空格的and: {
      form: goal('为困难群众提供临时救助 and 法律援助。'),
      findings: [['B9', '“临时救助 and 法律援助”中夹有英文“and”，请改为“和”。']],
      fixed: { B9: '为困难群众提供临时救助和法律援助。' },
    },
    紧挨着的and: {
      form: projectTarget({ fields: { policyBasis: '面向中小企业and个体户，联合高校and科研院所。' } }),
      findings: [['B7', '“中小企业and个体户，”中夹有英文“and”，请改为“和”。']],
      fixed: { B7: '面向中小企业和个体户，联合高校和科研院所。' },
    },
    和旁边的and: {
      form: goal('给予经济帮扶和and精神慰藉，开展走访 and 与慰问。'),
      findings: [['B9', '“济帮扶和and精神慰藉”中夹有多余的英文“and”，请删去。']],
      fixed: { B9: '给予经济帮扶和精神慰藉，开展走访与慰问。' },
    },
    or: {
      form: goal('完成河道清淤or管网改造任务。'),
      findings: [['B9', '“河道清淤or管网改造”中夹有英文“or”，请改用中文。']],
    },
    普通名词: {
      form: projectTarget({
        rows: [['效益指标', '社会效益指标', '提升公共文化service水平', '提升', '看借阅量。']],
      }),
      findings: [['C12', '“公共文化service水平”中夹有英文“service”，请改用中文。']],
    },
    冠词: {
      form: overallTarget({ goal: '按时完成 the 年度考核工作。' }),
      findings: [['B10', '“按时完成 the 年度考核”中夹有英文“the”，请改用中文。']],
    },
    正文: {
      form: proseSheet({ lines: ['第七部分 重点项目', '组织窗口人员业务training不少于两次。'] }),
      findings: [['A2', '“人员业务training不少于两”中夹有英文“training”，请改用中文。']],
    },
  },
});
