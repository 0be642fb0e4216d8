package com.videowindow.patina.domain.model;

/**
 * A model beside the one in force, on the same people, without anybody being shown its lists.
 *
 * @param lists that were compared
 * @param overlap of ten on a list, the mean share that is on the other as well; 1 where none was in force
 * @param micros how long a list took, at the 99th percentile
 * @param microsInForce the same of the one in force; 0 where there was none
 */
public record Shadow(int lists, double overlap, long micros, long microsInForce) {}
