/** Items, exams and boards for the mock server: one of each kind, long and short. */

const option = (token, text) => ({ token, text });
const drawing = encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 120" font-family="sans-serif" font-size="14"><path d="M10 30h60M70 30l30-14M100 30h60v40h-150v-40" fill="none" stroke="#111" stroke-width="2"/><circle cx="200" cy="50" r="26" fill="none" stroke="#111" stroke-width="2"/><path d="M160 50h14M226 50h60" stroke="#111" stroke-width="2"/><text x="192" y="56">M</text><text x="76" y="12">QF</text></svg>',
);

const items = [
  ['single-choice', '三相异步电动机采用星—三角降压启动，启动时定子绕组接成星形，此时启动电流约为直接三角形启动时的多少？', ['1/√3', '1/3', '1/2', '√3 倍'], [1]],
  ['true-false', '在潮湿的金属容器内使用手持照明灯，其安全电压不应超过 12 V。', ['正确', '错误'], [0]],
  ['multiple-choice', '检修高压设备前，下列哪些属于保证安全的<strong>技术措施</strong>？', ['停电', '验电', '工作票制度', '装设接地线', '悬挂标示牌和装设遮栏', '工作监护制度'], [0, 1, 3, 4]],
  ['ordering', '低压配电柜停电检修，请排出正确的操作步骤。', ['验明确无电压', '断开负荷开关，再断开隔离开关', '装设接地线', '悬挂“禁止合闸，有人工作”标示牌', '填写并核对工作票'], [4, 1, 0, 2, 3]],
  ['numeric', '一台三相异步电动机，额定频率 50 Hz，磁极对数为 2，同步转速是多少？', null, '1500', 'r/min'],
  ['single-choice', `<p>如图所示的主电路，合上断路器 QF 后电动机不转，但有“嗡嗡”声，最可能的原因是哪一项？</p><p><img alt="主电路：电源经断路器 QF 接电动机 M" src="data:image/svg+xml,${drawing}"></p>`, ['电源缺一相', '电源电压过高', '负载太轻', '绕组全部断路'], [0]],
  ['single-choice', '<p>某车间一台行车的起升机构采用绕线转子异步电动机，转子回路串接五段电阻，由凸轮控制器逐级切除。运行中发现：控制器打到第三挡以后转速不再上升，吊起额定载荷时下滑，空钩时正常；停机后测得转子三相电阻在第三挡以后不平衡，滑环表面有明显烧蚀，电刷压力经弹簧秤检查偏低，接触面不足百分之五十。</p><p>下列处理方案中，最合理、最完整的是哪一项？</p>', ['更换整台电动机，并把凸轮控制器同时换成新的，恢复生产后再观察一个班次', '研磨滑环，更换电刷并调整弹簧压力到规定值，检查第三挡以后的电阻片和控制器触点，复测三相电阻平衡后带载试车', '只把电刷弹簧压紧', '降低额定载荷使用，等到年度大修时一并处理', '在转子回路再串入一段电阻，以补偿不平衡', '把凸轮控制器第四、第五挡短接，禁止使用'], [1]],
  ['multiple-choice', '关于 <code>RS485</code> 总线，下列说法正确的是：', ['采用差分信号传输', '总线两端要接终端电阻', '必须采用星形接线', '常用波特率 9600 bit/s'], [0, 1, 3]],
  ['numeric', '将 220 V 加在 44 Ω 的电阻上，电流是多少？', null, '5', 'A'],
  ['single-choice', '<p>正弦交流电压的有效值 <code class="math">U</code> 与最大值 <code class="math">U_m</code> 的关系是哪一个？</p><p><code class="math display">u(t) &#61; U_m\\sin(\\omega t + \\varphi),\\quad U &#61; \\sqrt{\\frac{1}{T}\\int_0^T u^2\\,\\mathrm{d}t}</code></p>', ['<code class="math">U &#61; \\frac{U_m}{\\sqrt{2}}</code>', '<code class="math">U &#61; \\sqrt{2}\\,U_m</code>', '<code class="math">U &#61; \\frac{U_m}{\\sqrt{3}}</code>', '<code class="math">U &#61; \\frac{U_m</code>'], [0]],
  ['true-false', '验电时，必须先在有电设备上试验，确认验电器良好。', ['正确', '错误'], [0]],
];

function slotOf(number) {
  const [type, stem, texts, , unit] = items[(number - 1) % items.length];
  const slot = { slot: number, section: 1, type, maxScore: 1, stem };
  if (texts) slot.options = texts.map((text, index) => option(`t${number}-${index}`, text));
  if (unit) slot.unit = unit;
  return slot;
}

export const form = (count, practice) => ({
  formId: 'f', title: practice ? '电工 · 高级工 练习' : '2026 年全市电工技能竞赛 理论考试', maxScore: count, sections: [{ name: practice ? '' : '第一部分', rule: '' }],
  aids: practice ? null : { calculator: true, guarded: true, formulaSheet: '<p>欧姆定律 <code class="math">I&#61;\\dfrac{U}{R}</code></p><p>三相功率 <code class="math">P&#61;\\sqrt{3}\\,UI\\cos\\varphi</code></p><table><thead><tr><th>量</th><th>单位</th></tr></thead><tbody><tr><td>电阻</td><td>Ω</td></tr></tbody></table>' },
  slots: Array.from({ length: count }, (_, index) => slotOf(index + 1)),
});

/** The key of a slot, with what is shown beside it. */
export function keys({ slot }) {
  const [type, , texts, key, unit] = items[(slot - 1) % items.length];
  const whys = type === 'single-choice' && texts ? texts.map((_, index) => index).filter((index) => !key.includes(index)).map((index) => ({ token: `t${slot}-${index}`, text: `“${texts[index].slice(0, 18)}”与题意不符。` })) : [];
  const more = { explanation: '<p>星形启动时相电压降为 1/√3，线电流随之降为三角形直接启动的 <strong>1/3</strong>，启动转矩也降为 1/3，所以只适合轻载启动。</p>', whys };
  return typeof key === 'string' ? { value: key, tolerance: '0', unit, more } : { tokens: key.map((index) => `t${slot}-${index}`), more };
}

export const rules = ['一人一号，开考后换设备登录，原设备自动停止。', '多选题全部选对得满分，少选按比例给分，有错选不得分。', '到截止时间自动交卷，已保存的答案都算数。', '网络断开可以继续作答，恢复后自动保存。'];

export function exam(id) {
  const now = Date.now();
  const base = { id, title: '2026 年全市电工技能竞赛 理论考试', trade: '电工', level: '高级工', durationSeconds: 5400, items: 100, maxScore: 100, onRoster: true, attempt: null, resultReleased: false, boardId: null };
  const from = (opens, closes, phase, more = {}) => ({ ...base, opensAt: new Date(now + opens).toISOString(), closesAt: new Date(now + closes).toISOString(), phase, ...more });
  if (id === 'open') return from(-600_000, 3_000_000, 'OPEN');
  if (id === 'before') return from(754_000, 7_200_000, 'BEFORE');
  if (id === 'stranger') return from(-600_000, 3_000_000, 'OPEN', { onRoster: false });
  if (id === 'over') return from(-9_000_000, -600_000, 'OVER', { attempt: { attemptId: 'exam', state: 'HANDED_IN' }, resultReleased: true, boardId: 'final' });
  return undefined;
}

const names = ['张*伟', '刘*', '陈*敏', '孙*', '马*成', '周*', '于*刚', '肖*国'];
const unitNames = ['机车公司', '重工起重集团', '热电公司', '核电公司', '柴油机厂', '供电公司', '轴承集团', '热电公司'];
const rows = (count) => Array.from({ length: count }, (_, index) => ({ place: index === 2 ? 2 : index + 1, name: names[index % 8], unit: unitNames[index % 8], score: 93.4 - Math.floor(index * 0.9) * 0.55, timeUsedSeconds: 4268 - index * 37 }));
const board = (state, count, more = {}) => () => ({ boardId: 'b', title: '全市电工技能竞赛 · 决赛', subtitle: '电工 · 高级工', rule: '分高者先，同分比用时，再比交卷先后', state, updatedAt: new Date().toISOString(), participants: 1938, rows: rows(count), ...more });

export const boards = {
  live: board('LIVE', 23),
  final: board('FINAL', 8, { units: unitNames.slice(0, 5).map((name, index) => ({ name, rate: 0.94 - index * 0.037 })) }),
  hidden: board('HIDDEN', 0),
};
