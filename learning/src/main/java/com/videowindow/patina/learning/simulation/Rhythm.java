package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.interaction.DeviceId;
import com.videowindow.patina.domain.interaction.Platform;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * When somebody sits down, and at which of their devices: evenings, a few lunches and mornings, and later and longer at
 * weekends. An offset in place of a zone: rules of zones differ from machine to machine.
 *
 * @param late hours by which they are later than others
 * @param often sittings a day, as a mean
 */
record Rhythm(ZoneOffset offset, double late, double often, List<Device> devices) {
    private static final List<Integer> HOURS_AHEAD = List.of(-8, -6, -5, -5, 0, 0, 1, 1, 1, 1, 2, 2, 3, 9, 10);
    private static final double[][] OF_WEEKDAYS = {{7.3, 0.6}, {12.6, 0.7}, {20.3, 1.3}};
    private static final double[][] OF_WEEKENDS = {{10.5, 1.5}, {15.5, 2}, {20.8, 1.5}};
    private static final int MOST_A_DAY = 3;
    private static final double LAST_MINUTE = 23.98;

    /** What somebody watches on. */
    record Device(DeviceId id, Platform platform) {}

    /** A sitting begins. */
    record Moment(Instant at, Device device) {}

    static Rhythm of(String owner, Chance chance) {
        List<Platform> kinds = List.of(Platform.WEB, Platform.IOS, Platform.ANDROID, Platform.TV);
        List<Device> devices = new ArrayList<>();
        for (Platform platform : chance.some(kinds, 1 + chance.weighed(0.3, 0.45, 0.25))) {
            devices.add(new Device(new DeviceId(owner + "-d" + devices.size()), platform));
        }
        double often = 0.1 + 0.8 * chance.uniform() * chance.uniform() + (chance.happens(0.05) ? 0.8 : 0);
        return new Rhythm(
                ZoneOffset.ofHours(chance.one(HOURS_AHEAD)), chance.normal(0, 0.8), often, List.copyOf(devices));
    }

    /** Of one day, in their order. */
    List<Moment> on(LocalDate day, Chance chance) {
        boolean free = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        double wanted = often * (free ? 1.5 : 0.8);
        List<Double> hours = new ArrayList<>();
        for (int i = 0; i < MOST_A_DAY; i++) {
            if (chance.happens(wanted / MOST_A_DAY)) {
                hours.add(hour(free, chance));
            }
        }
        return hours.stream()
                .sorted()
                .map(hour -> new Moment(at(day, hour), device(hour, chance)))
                .toList();
    }

    private double hour(boolean free, Chance chance) {
        double[] around =
                free ? OF_WEEKENDS[chance.weighed(0.25, 0.3, 0.45)] : OF_WEEKDAYS[chance.weighed(0.12, 0.18, 0.7)];
        return Math.max(0, Math.min(LAST_MINUTE, chance.normal(around[0] + late, around[1])));
    }

    private Instant at(LocalDate day, double hour) {
        return day.atStartOfDay().plusSeconds(StrictMath.round(hour * 3_600)).toInstant(offset);
    }

    /** The large screen in the evening, where there is one. */
    private Device device(double hour, Chance chance) {
        boolean evening = hour > 19;
        return devices.stream()
                .filter(device -> device.platform() == Platform.TV)
                .filter(device -> evening && chance.happens(0.7))
                .findFirst()
                .orElseGet(() -> chance.one(devices));
    }
}
