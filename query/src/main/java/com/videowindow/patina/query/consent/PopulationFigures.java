package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.consent.ConsentStatus;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.Purpose;
import java.util.List;
import java.util.Map;

/**
 * What everybody allows.
 *
 * @param people who were ever asked, chose or set something
 * @param controls how many have each of them on
 */
public record PopulationFigures(long people, List<OfPurpose> purposes, Map<Control, Long> controls) {

    /**
     * One use.
     *
     * @param allowed people whose data may be used so now
     * @param statuses people by where their consent stands, in time or not
     */
    public record OfPurpose(
            Purpose purpose, long allowed, Map<ConsentStatus, Long> statuses, long restricted, long objected) {}
}
