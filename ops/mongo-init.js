// Joins the three members into one replica set and makes the user that Patina is. Running it again changes nothing.
const { MONGO_ROOT_PASSWORD, MONGO_PATINA_PASSWORD } = process.env;

const first = connect(`mongodb://root:${MONGO_ROOT_PASSWORD}@mongo-1/admin?directConnection=true`);
try {
  first.adminCommand({ replSetGetStatus: 1 });
} catch (notYet) {
  first.adminCommand({
    replSetInitiate: {
      _id: "patina",
      members: [1, 2, 3].map((n) => ({ _id: n, host: `mongo-${n}:27017` })),
    },
  });
}

const members = "mongo-1,mongo-2,mongo-3";
const whole = connect(`mongodb://root:${MONGO_ROOT_PASSWORD}@${members}/patina?replicaSet=patina&authSource=admin`);
// People's keys stand in a database of their own, so that a copy of the log's is never a copy of them.
const roles = ["patina", "patina-keys"].map((db) => ({ role: "readWrite", db }));
const user = { pwd: MONGO_PATINA_PASSWORD, roles };
if (whole.getUser("patina")) {
  whole.updateUser("patina", user);
} else {
  whole.createUser({ user: "patina", ...user });
}
