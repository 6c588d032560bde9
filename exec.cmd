@rem npm scripts say « exec node … » so that no shell stays between npm and node: a shell would swallow signals and
@rem outlive npm. Windows has no exec, and finds this file instead.
@%*
