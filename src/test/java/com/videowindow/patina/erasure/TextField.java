package com.videowindow.patina.erasure;

/**
 * A place of the API that takes a string which is neither one of a list nor of a format that says what it is.
 *
 * @param operation method and path as the description has them
 * @param name {@code body.context.query}, {@code header:Lookup-Case}, {@code query:context}
 */
record TextField(String operation, String name) implements Comparable<TextField> {

    @Override
    public int compareTo(TextField other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return operation + ' ' + name;
    }
}
