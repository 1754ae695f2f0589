package org.lianbing.bench;

import java.util.List;
import java.util.Random;

/** Questions as a bank of many trades has them: the words of the trade, numbers with units, the usual phrases. */
final class SyntheticItems {

    private static final List<String> THINGS = List.of(
            "三相异步电动机",
            "单相变压器",
            "低压断路器",
            "交流接触器",
            "热继电器",
            "万用表",
            "兆欧表",
            "钳形电流表",
            "变频器",
            "可编程控制器",
            "游标卡尺",
            "千分尺",
            "百分表",
            "手工电弧焊",
            "氩弧焊",
            "埋弧焊",
            "二氧化碳气体保护焊",
            "低氢型焊条",
            "Q235 钢",
            "Q345 钢",
            "45 钢",
            "不锈钢管",
            "铝合金板",
            "数控车床",
            "立式铣床",
            "外圆磨床",
            "摇臂钻床",
            "滚动轴承",
            "滑动轴承",
            "齿轮减速器",
            "液压泵",
            "溢流阀",
            "换向阀",
            "气缸",
            "离心泵",
            "空气压缩机",
            "桥式起重机",
            "钢丝绳",
            "电梯限速器",
            "曳引机",
            "锅炉安全阀",
            "压力容器",
            "高压开关柜",
            "电缆终端头",
            "避雷器",
            "接地装置",
            "漏电保护器",
            "蓄电池组",
            "柴油发动机",
            "制动系统",
            "转向系统",
            "灭火器",
            "安全带",
            "安全帽",
            "绝缘手套",
            "工业机器人",
            "三坐标测量机",
            "叉车",
            "塔式起重机",
            "混凝土搅拌机",
            "脚手架",
            "数据标注平台",
            "训练样本",
            "养老护理床",
            "血压计");
    private static final List<String> PROPERTIES = List.of(
            "额定电压", "额定电流", "接地电阻", "绝缘电阻", "工作温度", "转速", "功率因数", "启动电流", "机械特性", "焊接电流", "电弧长度", "坡口角度", "预热温度",
            "表面粗糙度", "尺寸公差", "平行度", "圆度误差", "工作压力", "流量", "安全距离", "检验周期", "润滑方式", "冷却方式", "安装顺序", "拆卸顺序", "常见故障",
            "维护要求", "操作规程", "使用年限", "负载能力");
    private static final List<String> UNITS =
            List.of("V", "A", "kW", "mm", "MPa", "℃", "r/min", "Ω", "MΩ", "N·m", "Hz", "L/min", "μm", "kg");
    private static final List<String> BEGINNINGS = List.of(
            "", "在正常运行时，", "检修前必须确认，", "根据现行标准，", "在潮湿场所，", "操作人员应当知道，", "停电作业时，", "安装完毕后，", "发现异常声响时，", "对新员工进行培训时，");
    private static final List<String> ENDINGS = List.of(
            "应为（　）。",
            "不得超过（　）。",
            "一般不低于（　）。",
            "的正确说法是（　）。",
            "与下列哪一项无关？",
            "过大会造成什么后果？",
            "怎样检查？",
            "由什么决定？",
            "的主要目的是（　）。",
            "应由谁确认？");
    private static final List<String> OPTIONS = List.of(
            "按说明书的规定执行", "立即切断电源", "降低负载后继续运行", "更换磨损的零件", "通知班组长", "重新测量并记录", "增大进给量", "减小焊接电流", "保持通风", "与绕组的接法有关");

    private final Random random;

    SyntheticItems(long seed) {
        this.random = new Random(seed);
    }

    /** A question in which one thing's property is asked for, near another thing or with a number. */
    String stem() {
        String thing = any(THINGS);
        String with = random.nextInt(3) == 0 ? "与" + any(THINGS) + "配合使用时，" : "";
        String at = random.nextBoolean() ? number() + " " + any(UNITS) + " 的" : "";
        return any(BEGINNINGS) + at + thing + with + "其" + any(PROPERTIES) + any(ENDINGS);
    }

    /** What one may choose. */
    String option() {
        return switch (random.nextInt(3)) {
            case 0 -> number() + " " + any(UNITS);
            case 1 -> any(OPTIONS);
            default -> any(THINGS) + "的" + any(PROPERTIES);
        };
    }

    /** Words that people look for: one, two and more characters, and some with numbers. */
    String words() {
        return switch (random.nextInt(6)) {
            case 0 -> any(THINGS).substring(0, 1);
            case 1, 2 -> any(THINGS).substring(0, 2);
            case 3 -> any(PROPERTIES);
            case 4 -> any(THINGS) + " " + any(PROPERTIES).substring(0, 2);
            default -> number() + any(UNITS);
        };
    }

    private int number() {
        return random.nextInt(1, 80) * (random.nextBoolean() ? 5 : 11);
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
