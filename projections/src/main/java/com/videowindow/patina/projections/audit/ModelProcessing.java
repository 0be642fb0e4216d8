package com.videowindow.patina.projections.audit;

import com.videowindow.patina.domain.privacy.ProcessedModel;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.projections.runner.ProjectionDirectory;
import com.videowindow.patina.projections.runner.ReadModel;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What every read model about people says of itself, and those that name random ids or public names only but still say it. */
@Component
final class ModelProcessing implements ProcessedModel.Known {
    private final ProjectionDirectory projections;

    ModelProcessing(ProjectionDirectory projections) {
        this.projections = projections;
    }

    @Override
    public List<ProcessedModel> all() {
        return projections.all().stream()
                .<ReadModel<?>>map(one -> one.model())
                .filter(model -> model.isPersonal() || model.getClass().isAnnotationPresent(Processing.class))
                .map(ModelProcessing::of)
                .sorted(Comparator.comparing(ProcessedModel::name))
                .toList();
    }

    private static ProcessedModel of(ReadModel<?> model) {
        Processing how = model.getClass().getAnnotation(Processing.class);
        if (how == null) {
            throw new IllegalStateException("read model " + model.name() + " is about people and not in the register");
        }
        return new ProcessedModel(model.name(), model.isPersonal(), how, model::concerns);
    }
}
