package io.tandem.campaigns.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Loads all classes of {@code io.tandem.campaigns} anew, with a bug in them. What a plant names and the code does not
 * have is an error at once: a plant that plants nothing would prove nothing.
 */
final class PlantedLoader extends ClassLoader {

    private static final String ANEW = "io.tandem.campaigns.";
    private static final String SABOTAGE = Type.getInternalName(Sabotage.class);

    private final Map<String, byte[]> changed = new HashMap<>();

    PlantedLoader(Plant plant) {
        super(PlantedLoader.class.getClassLoader());
        for (Change change : plant.changes()) {
            byte[] before = changed.containsKey(change.className())
                    ? changed.get(change.className())
                    : read(change.className(), plant);
            changed.put(change.className(), rewrite(before, change, plant));
        }
    }

    Lives lives() {
        try {
            return (Lives) loadClass(RandomLives.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("the simulation cannot be loaded anew", impossible);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean anew = name.startsWith(ANEW) && !name.startsWith(Lives.class.getName());
        if (!anew) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                byte[] code = changed.containsKey(name) ? changed.get(name) : read(name);
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                loaded = defineClass(name, code, 0, code.length);
            }
            return loaded;
        }
    }

    private byte[] read(String className) {
        try (InputStream code = getParent().getResourceAsStream(className.replace('.', '/') + ".class")) {
            return code == null ? null : code.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private byte[] read(String className, Plant plant) {
        byte[] code = read(className);
        if (code == null) {
            throw nothingPlanted(plant, "there is no class " + className);
        }
        return code;
    }

    private static IllegalStateException nothingPlanted(Plant plant, String because) {
        return new IllegalStateException(
                "\"" + plant.name() + "\" cannot be planted any more: " + because + ". Plant it where the code went.");
    }

    private static byte[] rewrite(byte[] code, Change change, Plant plant) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        Rewriter rewriter = new Rewriter(writer, change);
        new ClassReader(code).accept(rewriter, 0);
        if (rewriter.methods == 0) {
            throw nothingPlanted(plant, change.className() + " has no method " + change.method());
        }
        if (rewriter.calls < Math.max(1, change.occurrence())) {
            throw nothingPlanted(
                    plant,
                    change.className() + "." + change.method() + " has " + rewriter.calls + " calls of "
                            + change.call());
        }
        return writer.toByteArray();
    }

    private static final class Rewriter extends ClassVisitor {

        private final Change change;
        private int methods;
        private int calls;

        Rewriter(ClassVisitor next, Change change) {
            super(Opcodes.ASM9, next);
            this.change = change;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            boolean meant = name.equals(change.method()) || name.startsWith("lambda$" + change.method() + "$");
            if (!meant) {
                return next;
            }
            methods++;
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String type, boolean ofInterface) {
                    if (!isMeant(owner, called, type) || ++calls != change.occurrence() && change.occurrence() > 0) {
                        super.visitMethodInsn(opcode, owner, called, type, ofInterface);
                        return;
                    }
                    Method by = sabotage(change.by());
                    if (change.result()) {
                        super.visitMethodInsn(opcode, owner, called, type, ofInterface);
                    }
                    super.visitMethodInsn(
                            Opcodes.INVOKESTATIC, SABOTAGE, by.getName(), Type.getMethodDescriptor(by), false);
                    Type wanted = Type.getReturnType(type);
                    if (wanted.getSort() == Type.OBJECT
                            && !by.getReturnType().getName().equals(wanted.getClassName())) {
                        super.visitTypeInsn(Opcodes.CHECKCAST, wanted.getInternalName());
                    }
                }
            };
        }

        private boolean isMeant(String owner, String called, String type) {
            String simple = owner.substring(Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('$')) + 1);
            return called.equals(change.name())
                    && simple.equals(change.owner())
                    && (change.arguments() == null || change.arguments() == Type.getArgumentTypes(type).length);
        }

        private static Method sabotage(String name) {
            return Arrays.stream(Sabotage.class.getMethods())
                    .filter(method -> method.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is no Sabotage." + name));
        }
    }
}
