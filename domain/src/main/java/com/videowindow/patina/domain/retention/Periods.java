package com.videowindow.patina.domain.retention;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The secrets of periods. Everything here can be repeated and then changes nothing. */
public interface Periods {

    /**
     * Those up to this month in which something was stored, and which were not ended; also those that were ended for all
     * but people who are held no more.
     *
     * @param held whose data a legal reason keeps
     */
    List<RetentionPeriod> live(YearMonth through, Set<SubjectId> held);

    /**
     * Destroys their secrets: durable before it answers. Nobody is given another, on whichever node. What they cover of
     * who is held stays readable, set apart. What was set apart before goes where nobody is held any more; but not what no
     * ending has told of: another node may have set it apart just now, for a hold that this one has not heard of.
     *
     * @param told of whom earlier endings said that they are set apart
     * @return of whom something can be read after it: not who is held only since an attempt that destroyed the secrets,
     *     of whom it is too late to set anything apart
     */
    Set<SubjectId> end(
            Collection<RetentionPeriod> periods,
            Set<SubjectId> held,
            Map<RetentionPeriod, Set<SubjectId>> told,
            Instant at);

    /** Of how many people something is set apart, by the periods that ended for all others. */
    Map<RetentionPeriod, Long> apart();

    /** Makes useless what the files of the key store still hold of these secrets. */
    void scrub(Collection<RetentionPeriod> periods);

    /** This node is to ask for keys again, and for events that it has opened. */
    void evict();
}
