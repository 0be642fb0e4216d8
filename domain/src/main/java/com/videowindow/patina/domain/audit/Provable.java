package com.videowindow.patina.domain.audit;

/**
 * An event that is stored as plain text, neither packed nor sealed, so that whoever is handed the text can
 * check it against the log by its hash alone. For events that stand for what was done about people's requests.
 */
public interface Provable {}
