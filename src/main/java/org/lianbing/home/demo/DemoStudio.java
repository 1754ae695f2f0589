package org.lianbing.home.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import org.lianbing.base.Actor;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.course.CourseDraft;
import org.lianbing.course.CourseId;
import org.lianbing.course.Courses;
import org.lianbing.course.HostId;
import org.lianbing.course.LessonDraft;
import org.lianbing.course.Lessons;
import org.lianbing.media.Media;
import org.lianbing.studio.NamingLevel;
import org.lianbing.studio.StudioDraft;
import org.lianbing.studio.StudioId;
import org.lianbing.studio.StudioMember;
import org.lianbing.studio.StudioWords;
import org.lianbing.studio.Studios;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trades;

/** The model worker's studio of the demo city, with a course whose lessons teach points of the electrician's outline. */
@Component
@Profile("demo")
class DemoStudio {

    private static final StudioWords WORDS = new StudioWords(
            "电机控制与设备节能改造", "江城市劳动模范（2019 年）；“快速查线法”获市职工先进操作法（2022 年）。", "在维修车间干了二十六年电工。工作室每周三下午开门，带徒弟、攒图纸、拆旧设备。");
    private static final LocalDate NAMED_ON = LocalDate.of(2021, 4, 28);

    private final Studios studios;
    private final Courses courses;
    private final Lessons lessons;
    private final Outlines outlines;
    private final Trades trades;
    private final Media media;

    DemoStudio(Studios studios, Courses courses, Lessons lessons, Outlines outlines, Trades trades, Media media) {
        this.studios = studios;
        this.courses = courses;
        this.lessons = lessons;
        this.outlines = outlines;
        this.trades = trades;
        this.media = media;
    }

    /** Founds the studio and publishes the course. */
    void make(Actor staff, Actor host, Actor apprentice, UnitId unit) {
        TradeId electrician = trades.find("electrician").orElseThrow().id();
        StudioId studio = studios.found(
                staff,
                new StudioDraft("赵铁军劳模创新工作室", host.person(), unit, electrician, NamingLevel.CITY, NAMED_ON, WORDS));
        studios.tend(
                host,
                studio,
                WORDS,
                List.of(
                        new StudioMember(apprentice.person(), apprentice.name(), "徒弟 · 维修电工"),
                        new StudioMember(null, "高建平", "自动化工程师")));
        course(host, HostId.of(studio.toString()), electrician);
    }

    private void course(Actor host, HostId studio, TradeId electrician) {
        CourseId course = courses.draft(
                host, new CourseDraft("电动机控制线路，一次看懂", "从自锁、互锁到星—三角起动：看图、查线、试车的老办法。", electrician, studio));
        add(host, course, "自锁：松手还在转", "self-locking.md", "C-B-B-001");
        add(host, course, "互锁：正反转不打架", "interlocking.md", "C-B-A-002", "C-B-B-002");
        String picture = media.store(bytes("star-delta.svg"), "image/svg+xml").hash();
        lessons.add(
                host,
                course,
                new LessonDraft(
                        "星—三角起动：电流为什么只有三分之一",
                        text("star-delta.md").replace("PICTURE", "media:" + picture),
                        points("C-B-B-003", "A-A-B-003")));
        courses.publish(host, course);
    }

    private void add(Actor host, CourseId course, String title, String file, String... points) {
        lessons.add(host, course, new LessonDraft(title, text(file), points(points)));
    }

    private Set<PointId> points(String... codes) {
        return Stream.of(codes)
                .map(code -> outlines.named("electrician-intermediate:" + code).map(Point::id))
                .map(point -> point.orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) {
        try {
            return new ClassPathResource("demo/" + file).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
