package com.videowindow.patina.domain.privacy;

/**
 * What whoever runs the engine says of themselves, and no code can know: register, receipts and copies print it.
 *
 * @param controller name of who answers for the data
 * @param address of theirs
 * @param contact of theirs
 * @param officer contact of the data protection officer
 * @param authority that people can complain to
 * @param locations where the engine and its stores are
 * @param transfers to third countries, by which safeguards
 */
public record Operator(
        String controller,
        String address,
        String contact,
        String officer,
        String authority,
        String locations,
        String transfers) {}
