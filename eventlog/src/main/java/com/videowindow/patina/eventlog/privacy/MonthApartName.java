package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Use;
import java.nio.charset.StandardCharsets;

/** How a month of one person is named: as the month of everybody, and then the person. */
final class MonthApartName {
    private static final String APART = "apart/";

    private MonthApartName() {}

    /** What the names of all people in it begin with. */
    static String of(RetentionPeriod period) {
        return APART + StoredPeriods.name(period) + '/';
    }

    static String of(Use use) {
        return of(use.period()) + use.subject();
    }

    static boolean isOne(String name) {
        return name.startsWith(APART);
    }

    static Use parsed(String name) {
        int person = name.lastIndexOf('/');
        return new Use(
                SubjectId.of(name.substring(person + 1)), StoredPeriods.parsed(name.substring(APART.length(), person)));
    }

    static byte[] about(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
