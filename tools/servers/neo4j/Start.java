/** Starts Neo4j 2026, whose jars bring no main class. By names alone, so that an older compiler can compile it. */
public final class Start {
    public static void main(String[] args) throws Exception {
        var kind = Class.forName("org.neo4j.server.Bootstrapper");
        var server = Class.forName("org.neo4j.server.CommunityBootstrapper").getConstructor().newInstance();
        var start = Class.forName("org.neo4j.server.NeoBootstrapper").getMethod("start", kind, String[].class);
        int status = (int) start.invoke(null, server, args);
        if (status != 0) System.exit(status); // it goes on in threads of its own otherwise
    }
}
