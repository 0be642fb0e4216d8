package com.videowindow.patina.eventlog;

/** Where an event stands in its stream; written {@code <stream>@<sequence>}, which the log's unique index holds. */
record EventKey(String stream, long sequence) {

    static EventKey parse(String text) {
        int at = text.lastIndexOf('@');
        return new EventKey(text.substring(0, at), Long.parseLong(text, at + 1, text.length(), 10));
    }

    static String text(String stream, long sequence) {
        return stream + '@' + sequence;
    }

    @Override
    public String toString() {
        return text(stream, sequence);
    }
}
