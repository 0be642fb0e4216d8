package com.videowindow.patina.sagas.export;

import java.util.List;

/**
 * One point of article 15.
 *
 * @param article as {@code 15(1)(a)}
 * @param asks what is to be told
 */
record Point(String article, String asks, List<String> answer) {}
