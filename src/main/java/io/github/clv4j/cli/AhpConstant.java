package io.github.clv4j.cli;

import io.github.clv4j.ahp.Completion;
import io.github.clv4j.ahp.JudgementScale;
import io.github.clv4j.ahp.RandomIndex;
import io.github.clv4j.ahp.WeightMethod;
import io.github.clv4j.base.ConstantName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The constants of a type as arguments: in lower case with hyphens, as in files. */
abstract class AhpConstant<E extends Enum<E>> implements ITypeConverter<E> {

    private final Class<E> type;

    AhpConstant(Class<E> type) {
        this.type = type;
    }

    @Override
    public E convert(String argument) {
        return ConstantName.find(type, argument)
                .orElseThrow(() -> new TypeConversionException(
                        "must be one of " + ConstantName.all(type) + ", but was " + argument));
    }

    /** {@code --method}. */
    static final class Method extends AhpConstant<WeightMethod> {
        Method() {
            super(WeightMethod.class);
        }
    }

    /** {@code --random-index}. */
    static final class Table extends AhpConstant<RandomIndex> {
        Table() {
            super(RandomIndex.class);
        }
    }

    /** {@code --completion}. */
    static final class Filling extends AhpConstant<Completion> {
        Filling() {
            super(Completion.class);
        }
    }

    /** {@code --scale}. */
    static final class Scale extends AhpConstant<JudgementScale> {
        Scale() {
            super(JudgementScale.class);
        }
    }
}
