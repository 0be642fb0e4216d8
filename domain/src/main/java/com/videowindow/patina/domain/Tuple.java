package com.videowindow.patina.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record of which one document holds hundreds: stored as the array of its components, in their order. Half as long as
 * with a name before each, and read in half the time; the price is that components can only be added at the end, and that
 * it is for read models alone, which are made anew from the log, never for events.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Tuple {}
