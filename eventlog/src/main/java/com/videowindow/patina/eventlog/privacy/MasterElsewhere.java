package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.domain.audit.KeysUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The master key of this home is not the one, or not any more, that the key store is wrapped under. Nothing is lost: nodes
 * of the other home go on, and so does this one with the file that is in use.
 */
public final class MasterElsewhere extends KeysUnavailable {
    private static final long serialVersionUID = 1L;

    /** And what to do. */
    static final String WHY = "The key store is not wrapped under the keys/" + LocalMasterKey.FILE
            + " of this home: another home uses"
            + " it, perhaps with a copy of this file that was renewed since, or the file or the store is"
            + " from before. Nodes on one key store need the same PATINA_HOME, or the same"
            + " PATINA_KEYS_MASTER. Put back the keys/ of the home that erased last; or give this home a key"
            + " store of its own (PATINA_KEYS_URI, PATINA_KEYS_DATABASE) and say: patina keys import"
            + " with the newest backup of the keys";

    /** The same of one that is no file. */
    static MasterElsewhere otherwiseConfigured(MasterMark.Closed closed) {
        return new MasterElsewhere(
                closed.closed() + " of " + closed.all() + " key shards rest under another master key than the"
                        + " PATINA_KEYS_MASTER of this node. If it was changed, give the one before it in"
                        + " PATINA_KEYS_MASTER_FORMER too until patina keys rotate is done. All nodes on one key store need"
                        + " the same: otherwise give back the one that it was filled under; or give this node a key store of"
                        + " its own (PATINA_KEYS_URI, PATINA_KEYS_DATABASE) and say: patina keys import with the newest"
                        + " backup of the keys",
                null);
    }

    MasterElsewhere(@Nullable Throwable cause) {
        this(WHY, cause);
    }

    MasterElsewhere(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
