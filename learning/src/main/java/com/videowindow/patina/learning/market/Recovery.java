package com.videowindow.patina.learning.market;

import java.util.List;

/**
 * How soon lists are right again after tastes have changed.
 *
 * @param before how likely people were to like what was listed for them, on the eve
 * @param atOnce the same of what is listed when the change has come, before anything was seen of it
 * @param curve the same after so many further views
 */
public record Recovery(String model, int people, double before, double atOnce, List<Point> curve) {

    /** After so many views, by those who had them. */
    public record Point(int views, double likely, double atOnce, double before) {
        /** 0 for nothing, 1 for as good as on the eve. */
        public double recovered() {
            return (likely - atOnce) / (before - atOnce);
        }
    }

    /** The least number of views that was looked at by which half of what was lost is won back; -1 where none is. */
    public int halfWayAfter() {
        return curve.stream()
                .filter(point -> point.recovered() >= 0.5)
                .mapToInt(Point::views)
                .findFirst()
                .orElse(-1);
    }
}
