import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * One Elasticsearch node for tests: {@code java -cp 'lib/*' TestNode.java HOME DATA PORT}. Java compiles it on the way,
 * so the server stays off every class path of ours. It ends when its standard input does, with whoever started it.
 */
final class TestNode {

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Path config = Files.createDirectories(home.resolve("config"));
        Path modules = home.resolve("modules");
        describe(modules.resolve("transport-netty4"));
        Settings settings = Settings.builder()
                .put("path.home", home)
                .put("path.data", Path.of(arguments[1]).toAbsolutePath())
                .put("node.name", "test")
                .put("cluster.name", "lianbing-test")
                .put("discovery.type", "single-node")
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                .put("http.host", "127.0.0.1")
                .put("http.port", arguments[2])
                .put("transport.host", "127.0.0.1")
                .put("transport.port", "0")
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        LogConfigurator.configureESLogging();
        Environment environment = InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), config, () -> "test");
        PluginsLoader plugins = PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(modules, false), Set.of(), Map.of(), false);
        Node node = new Node(environment, plugins);
        node.start();
        System.out.println("READY");
        System.out.flush();
        while (System.in.read() >= 0) {
            // Nobody writes.
        }
        Runtime.getRuntime().halt(0);
    }

    private static void describe(Path module) throws Exception {
        Files.writeString(module.resolve("plugin-descriptor.properties"), """
            name=transport-netty4
            description=HTTP
            version=%1$s
            elasticsearch.version=%1$s
            java.version=21
            classname=org.elasticsearch.transport.netty4.Netty4Plugin
            """.formatted(
                        org.elasticsearch.Build.current().version()));
    }
}
