package com.videowindow.patina.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.VisibilityChecker;
import com.videowindow.patina.domain.Tuple;
import java.io.Serial;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the shape of a record already says, so that no annotation has to say it again: a value object is its value; a
 * component that is not {@code @Nullable} must be there, except that an absent collection is an empty one where it is not
 * said to be required.
 */
final class RecordRules extends NopAnnotationIntrospector {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasAsValue(Annotated member) {
        if (!(member instanceof AnnotatedMethod method) || !Ours.isBareValue(method.getDeclaringClass())) {
            return null;
        }
        RecordComponent only = method.getDeclaringClass().getRecordComponents()[0];
        return only.getAccessor().equals(method.getAnnotated()) ? Boolean.TRUE : null;
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated creator) {
        if (!(creator instanceof AnnotatedConstructor constructor) || constructor.getParameterCount() != 1) {
            return null;
        }
        return Ours.isBareValue(constructor.getDeclaringClass()) ? JsonCreator.Mode.DELEGATING : null;
    }

    @Override
    public JsonFormat.@Nullable Value findFormat(Annotated type) {
        return type instanceof AnnotatedClass shaped && shaped.getRawType().isAnnotationPresent(Tuple.class)
                ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
                : null;
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        RecordComponent component = component(member);
        return component == null ? null : needed(component);
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated member) {
        RecordComponent component = member instanceof AnnotatedMember property ? component(property) : null;
        if (component == null || component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return JsonSetter.Value.empty();
        }
        return JsonSetter.Value.forValueNulls(needed(component) ? Nulls.FAIL : Nulls.AS_EMPTY);
    }

    @Override
    public VisibilityChecker<?> findAutoDetectVisibility(AnnotatedClass type, VisibilityChecker<?> checker) {
        return type.getRawType().isRecord() && Ours.is(type.getRawType())
                ? checker.withIsGetterVisibility(Visibility.NONE)
                : checker;
    }

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
        for (int i = 0; i < constants.length; i++) {
            if (names[i] == null && Ours.is(type.getRawType())) {
                names[i] = Ours.written(constants[i]);
            }
        }
        return names;
    }

    private static boolean needed(RecordComponent component) {
        Class<?> type = component.getType();
        JsonProperty said = component.getAccessor().getAnnotation(JsonProperty.class);
        boolean mayBeAbsent = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || type == Optional.class;
        return !mayBeAbsent || isRequired(said);
    }

    private static boolean isRequired(@Nullable JsonProperty said) {
        return said != null && said.required();
    }

    private static @Nullable RecordComponent component(AnnotatedMember member) {
        Class<?> owner = member.getDeclaringClass();
        if (!owner.isRecord() || !Ours.is(owner) || Ours.isBareValue(owner)) {
            return null;
        }
        RecordComponent[] components = owner.getRecordComponents();
        if (member instanceof AnnotatedParameter parameter) {
            boolean canonical = parameter.getOwner() instanceof AnnotatedConstructor constructor
                    && constructor.getParameterCount() == components.length;
            return canonical ? components[parameter.getIndex()] : null;
        }
        for (RecordComponent component : components) {
            if (component.getName().equals(member.getName())) {
                return component;
            }
        }
        return null;
    }
}
