package com.videowindow.patina.embedded;

import java.nio.file.Path;

/** Another process has the data folder. */
public final class FolderInUse extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    FolderInUse(Path folder, String process) {
        super(
                "The data folder %s is in use by another Patina (process %s). Stop that one, or set PATINA_HOME to another folder."
                        .formatted(folder.toAbsolutePath(), process));
    }
}
