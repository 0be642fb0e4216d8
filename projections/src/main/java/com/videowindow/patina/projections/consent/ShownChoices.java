package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged.Origin;
import com.videowindow.patina.domain.consent.ControlStanding;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeStanding;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.projections.consent.ConsentRecord.Made;
import com.videowindow.patina.query.consent.ConsentChoices;
import com.videowindow.patina.query.consent.ConsentChoices.Choice;
import com.videowindow.patina.query.consent.ConsentChoices.Setting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Choices as people see them: what holds by the gate, how it came about by the ledger, as far as that tells of the same.
 *
 * @param leaving the person asked to be erased, so that nothing is allowed, whatever they chose
 */
record ShownChoices(Policies policies, Instant at, boolean leaving) {

    /** For every purpose, also those that nobody chose about yet: silence is a no. */
    ConsentChoices of(@Nullable ConsentRecord record, Standing standing) {
        return new ConsentChoices(
                policies.purposes().stream()
                        .map(purpose -> choice(purpose, standing, made(record, purpose, standing)))
                        .toList(),
                standing.controls().entrySet().stream()
                        .map(set -> setting(
                                set.getKey(),
                                set.getValue(),
                                standing.overruledBy(set.getKey(), policies, at),
                                made(record, set.getKey(), set.getValue())))
                        .toList(),
                false);
    }

    private static @Nullable Made made(@Nullable ConsentRecord record, Purpose purpose, Standing standing) {
        return record != null && record.standing().of(purpose).equals(standing.of(purpose))
                ? record.choices().get(purpose)
                : null;
    }

    private static @Nullable Made made(@Nullable ConsentRecord record, Control control, ControlStanding standing) {
        return record != null && standing.equals(record.standing().controls().get(control))
                ? record.controls().get(control)
                : null;
    }

    private Choice choice(Purpose purpose, Standing standing, @Nullable Made made) {
        PurposeStanding stands = standing.of(purpose);
        Evidence evidence = made == null ? null : made.evidence();
        return new Choice(
                purpose,
                !leaving && standing.permits(purpose, policies, at),
                stands.status(),
                stands.status().term(),
                standing.isOver(purpose, policies, at),
                made == null ? stands.policy() : made.policy(),
                made == null ? null : made.channel(),
                made == null ? null : made.at(),
                stands.status().permits() ? stands.expires() : null,
                evidence == null ? null : evidence.text(),
                evidence == null ? null : evidence.notice(),
                evidence == null ? null : evidence.jurisdiction(),
                by(evidence),
                stands.restricted(),
                stands.objected());
    }

    /** A signal conflicts with each yes to what it opts out of (11 CCR 7025(c)). */
    private static Setting setting(
            Control control, ControlStanding standing, List<Purpose> overrules, @Nullable Made made) {
        return new Setting(
                control,
                standing.on(),
                standing.origin(),
                standing.conflict() || (standing.origin() == Origin.GPC && !overrules.isEmpty()),
                overrules,
                control.gpp().orElse(null),
                made == null ? null : made.channel(),
                made == null ? null : made.at(),
                made == null ? null : by(made.evidence()));
    }

    private static Actor.@Nullable Kind by(@Nullable Evidence evidence) {
        return evidence == null || evidence.by() == null ? null : evidence.by().kind();
    }
}
