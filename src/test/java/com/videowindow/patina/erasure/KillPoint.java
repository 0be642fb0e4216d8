package com.videowindow.patina.erasure;

import com.videowindow.patina.command.erasure.ErasureCommand;
import com.videowindow.patina.command.export.ExportCommand;
import com.videowindow.patina.command.model.ModelCommand;
import com.videowindow.patina.command.part.PartCommand;
import com.videowindow.patina.command.retention.RetentionCommand;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.Goodbyes;
import com.videowindow.patina.domain.erasure.PartFences;
import com.videowindow.patina.domain.erasure.Purge;
import com.videowindow.patina.domain.erasure.Unlearning;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.export.Conclusions;
import com.videowindow.patina.domain.export.PersonalCensus;
import com.videowindow.patina.domain.model.ModelStore;
import com.videowindow.patina.domain.part.PartPurge;
import com.videowindow.patina.domain.retention.Periods;
import com.videowindow.patina.domain.retention.Refolding;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Lets a node kill itself with signal 9 before or after one of the steps of an erasure, of a whole or a part, or an export, named in {@code PATINA_KILL_AT}: by
 * the class of a command, or the method of a port. What is done for other reasons too is named with whose rounds do it.
 */
public final class KillPoint implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final List<String> STEPS = List.of(
            "remember",
            "RequestErasure",
            "StartErasure",
            "raise",
            "RecordErased",
            "userOf by goodbyes",
            "RecordTold",
            "end by goodbyes",
            "evict by erasures",
            "leave",
            "remove by erasures",
            "unlearn",
            "purge",
            "scrub",
            "remains",
            "attest",
            "CertifyErasure");
    private static final List<String> EXPORT_STEPS =
            List.of("RequestExport", "begin", "claim", "of", "reasons", "forgetPassword", "RecordMade");
    private static final List<String> PART_STEPS = List.of(
            "RequestPart",
            "HidePart",
            "StartPart",
            "open",
            "RecordKeysClosed",
            "raise",
            "RecordForgotten",
            "unlearn",
            "purge",
            "scrub",
            "remains",
            "attest",
            "CertifyPart");
    private static final List<Class<?>> PORTS = List.of(
            Fences.class,
            PartFences.class,
            Goodbyes.class,
            Purge.class,
            Unlearning.class,
            PartPurge.class,
            LogEvidence.class,
            CommandGateway.class,
            Archives.class,
            PersonalCensus.class,
            Conclusions.class,
            Periods.class,
            Refolding.class,
            ModelStore.class);

    /** All places, in the order in which an erasure comes by. */
    static List<String> all() {
        return around(STEPS);
    }

    /** The same of an export. */
    public static List<String> ofExports() {
        return around(EXPORT_STEPS);
    }

    /** The same of an erasure of a part. */
    static List<String> ofParts() {
        return around(PART_STEPS);
    }

    /** Before and after each of these. */
    public static List<String> around(List<String> steps) {
        List<String> all = new ArrayList<>();
        steps.forEach(step -> all.addAll(List.of("before " + step, "after " + step)));
        return all;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String place = System.getenv("PATINA_KILL_AT");
        if (place != null && !place.isEmpty()) {
            context.getBeanFactory().addBeanPostProcessor(new Mined(place));
        }
    }

    private record Mined(String place) implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return PORTS.stream()
                    .filter(port -> port.isInstance(bean))
                    .findFirst()
                    .map(port -> Proxy.newProxyInstance(
                            port.getClassLoader(),
                            new Class<?>[] {port},
                            (proxy, method, given) -> call(bean, method, given)))
                    .orElse(bean);
        }

        private Object call(Object bean, Method method, Object[] given) throws Throwable {
            String step = step(method, given);
            kill("before " + step);
            try {
                return method.invoke(bean, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                kill("after " + step);
            }
        }

        private static String step(Method method, Object[] given) {
            Object first = given == null || given.length == 0 ? null : given[0];
            Object command = first instanceof CommandMessage<?> message ? message.getPayload() : first;
            return switch (command) {
                case ErasureCommand erasure -> erasure.getClass().getSimpleName();
                case PartCommand part -> part.getClass().getSimpleName();
                case ExportCommand export -> export.getClass().getSimpleName();
                case RetentionCommand retention -> retention.getClass().getSimpleName();
                case ModelCommand model -> model.getClass().getSimpleName();
                case null, default -> method.getName();
            };
        }

        private void kill(String here) {
            String rounds = Thread.currentThread().getName().replaceFirst("-[0-9]+$", "");
            if (Set.of(here, here + " by " + rounds).contains(place)) {
                try {
                    new ProcessBuilder(
                                    "kill",
                                    "-9",
                                    String.valueOf(ProcessHandle.current().pid()))
                            .start()
                            .waitFor();
                } catch (IOException | InterruptedException e) {
                    Runtime.getRuntime().halt(9);
                }
            }
        }
    }
}
