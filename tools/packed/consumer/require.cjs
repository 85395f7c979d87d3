const { GraphError } = require('@motif/core')

if (new GraphError('CONFLICT', 'another transaction won').code !== 'CONFLICT') throw new Error('not the class we know')
console.log('ok')
